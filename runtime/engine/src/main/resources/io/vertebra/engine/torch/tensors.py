def copy_(self, target: Tensor, source: Tensor) -> None:
    torch.copy_(target, source)

def detach(self, tensor: Tensor) -> Tensor:
    return torch.detach(tensor)

def same(self, tensor: Tensor) -> Tensor:
    return tensor

def to_type(self, tensor: Tensor, dtype: int) -> Tensor:
    return torch.to(tensor, dtype)

def type_of(self, tensor: Tensor) -> int:
    return ops.prim.dtype(tensor)

def on_host(self, tensor: Tensor) -> Tensor:
    return torch.contiguous(torch.cpu(torch.detach(tensor)))

def copy_on_host(self, tensor: Tensor) -> Tensor:
    source = torch.detach(tensor)
    host = torch.empty(torch.size(source), dtype=ops.prim.dtype(source), device=torch.device("cpu"))
    return torch.copy_(host, source)

def from_bytes(self, data: Tensor, dtype: int, shape: List[int]) -> Tensor:
    return torch.reshape(torch.view_copy(data, dtype=dtype), shape)

def is_finite(self, tensor: Tensor) -> bool:
    return bool(torch.all(torch.isfinite(tensor)))

def requires_gradient(self, tensor: Tensor) -> bool:
    return ops.prim.requires_grad(tensor)

def lay_out_(self, tensors: List[Tensor], memory_format: int) -> None:
    for tensor in tensors:
        if torch.eq(torch.dim(tensor), 4):
            torch.set_(tensor, torch.clone(torch.detach(tensor), memory_format=memory_format))

def laid_out(self, input: Tensor, memory_format: int) -> Tensor:
    return torch.contiguous(input, memory_format=memory_format)

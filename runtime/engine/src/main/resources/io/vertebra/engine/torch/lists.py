def length(self, tensors: List[Tensor]) -> int:
    return torch.len(tensors)

def item(self, tensors: List[Tensor], index: int) -> Tensor:
    return tensors[index]

def zeros_like(self, tensors: List[Tensor]) -> List[Tensor]:
    zeros: List[Tensor] = []
    for tensor in tensors:
        zeros.append(torch.zeros_like(torch.detach(tensor)))
    return zeros

def copy_(self, targets: List[Tensor], sources: List[Tensor]) -> None:
    torch._foreach_copy_(targets, sources)

def slice(self, tensors: List[Tensor], start: int, end: int) -> List[Tensor]:
    return tensors[start:end]

def select(self, tensors: List[Tensor], positions: List[int]) -> List[Tensor]:
    selected: List[Tensor] = []
    for position in positions:
        selected.append(tensors[position])
    return selected

def add_(self, targets: List[Tensor], summands: List[Tensor]) -> None:
    torch._foreach_add_(targets, summands)

def zero_(self, targets: List[Tensor]) -> None:
    torch._foreach_zero_(targets)

def lerp_(self, starts: List[Tensor], ends: List[Tensor], weight: float) -> None:
    torch._foreach_lerp_(starts, ends, weight)

def swap_(self, tensors: List[Tensor], others: List[Tensor]) -> None:
    for i in range(len(tensors)):
        kept = torch.clone(tensors[i])
        tensors[i].copy_(others[i])
        others[i].copy_(kept)

def lay_out_as_(self, tensors: List[Tensor], models: List[Tensor]) -> None:
    for i in range(torch.len(tensors)):
        moved = torch.copy_(torch.empty_like(torch.detach(models[i])), tensors[i])
        torch.set_(tensors[i], moved)

def row(self, values: List[float], like: Tensor) -> Optional[Tensor]:
    if torch.len(values) == 0:
        result: Optional[Tensor] = None
    else:
        result = torch.tensor(values, dtype=ops.prim.dtype(like), device=ops.prim.device(like))
    return result

def cross_entropies(self, logits: Tensor, target: Tensor, class_weights: List[float],
                    smoothing: float) -> Tensor:
    return torch.cross_entropy_loss(logits, target, self.row(class_weights, logits), 0, -100,
                                    smoothing)

def binary_cross_entropies(self, logits: Tensor, target: Tensor, class_weights: List[float],
                           positive_weights: List[float]) -> Tensor:
    return torch.binary_cross_entropy_with_logits(logits, target, self.row(class_weights, logits),
                                                  self.row(positive_weights, logits), 0)

def one_hot(self, target: Tensor, classes: int) -> Tensor:
    return torch.to(torch.one_hot(target, classes), 6)

def count_classes(self, counts: Tensor, target: Tensor) -> Tensor:
    return torch.add_(counts, torch.bincount(target, None, torch.size(counts, 0)))

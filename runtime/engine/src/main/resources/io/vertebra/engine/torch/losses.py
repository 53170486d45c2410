def cross_entropy(self, logits: Tensor, target: Tensor, reduction: int, ignore_index: int,
                  label_smoothing: float) -> Tensor:
    return torch.cross_entropy_loss(logits, target, None, reduction, ignore_index,
                                    label_smoothing)

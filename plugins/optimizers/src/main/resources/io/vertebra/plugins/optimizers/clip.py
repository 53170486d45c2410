def update_(self, gradients: List[Tensor], max_norm: float, eps: float) -> None:
    norm = torch.linalg_vector_norm(torch.stack(torch._foreach_norm(gradients, 2)), 2)
    factor = torch.clamp(torch.reciprocal(norm + eps) * max_norm, max=1.)
    torch._foreach_mul_(gradients, factor)

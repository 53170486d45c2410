def update_(self, parameters: List[Tensor], gradients: List[Tensor], sums: List[Tensor],
            lr: float, lr_decay: float, eps: float, weight_decay: float, maximize: float,
            start: float, step: float) -> None:
    if step == 0.:
        torch._foreach_add_(sums, start)
    if maximize != 0.:
        torch._foreach_neg_(gradients)
    if weight_decay != 0.:
        torch._foreach_add_(gradients, parameters, alpha=weight_decay)
    torch._foreach_addcmul_(sums, gradients, gradients)
    scales = torch._foreach_sqrt(sums)
    torch._foreach_add_(scales, eps)
    torch._foreach_addcdiv_(parameters, gradients, scales, -lr / (1. + step * lr_decay))

def update_(self, parameters: List[Tensor], gradients: List[Tensor], square_avgs: List[Tensor],
            grad_avgs: List[Tensor], buffers: List[Tensor],
            lr: float, alpha: float, eps: float, weight_decay: float, momentum: float,
            maximize: float, centered: float) -> None:
    if maximize != 0.:
        torch._foreach_neg_(gradients)
    if weight_decay != 0.:
        torch._foreach_add_(gradients, parameters, alpha=weight_decay)
    torch._foreach_mul_(square_avgs, alpha)
    torch._foreach_addcmul_(square_avgs, gradients, gradients, 1. - alpha)
    if centered != 0.:
        torch._foreach_lerp_(grad_avgs, gradients, 1. - alpha)
        scales = torch._foreach_addcmul(square_avgs, grad_avgs, grad_avgs, -1.)
        torch._foreach_sqrt_(scales)
    else:
        scales = torch._foreach_sqrt(square_avgs)
    torch._foreach_add_(scales, eps)
    if momentum > 0.:
        torch._foreach_mul_(buffers, momentum)
        torch._foreach_addcdiv_(buffers, gradients, scales)
        torch._foreach_add_(parameters, buffers, alpha=-lr)
    else:
        torch._foreach_addcdiv_(parameters, gradients, scales, -lr)

def update_(self, parameters: List[Tensor], gradients: List[Tensor], exp_avgs: List[Tensor],
            lr: float, beta1: float, beta2: float, weight_decay: float, maximize: float) -> None:
    if maximize != 0.:
        torch._foreach_neg_(gradients)
    torch._foreach_mul_(parameters, 1. - lr * weight_decay)
    updates = torch._foreach_mul(exp_avgs, beta1)
    torch._foreach_add_(updates, gradients, alpha=1. - beta1)
    torch._foreach_sign_(updates)
    torch._foreach_add_(parameters, updates, alpha=-lr)
    torch._foreach_mul_(exp_avgs, beta2)
    torch._foreach_add_(exp_avgs, gradients, alpha=1. - beta2)

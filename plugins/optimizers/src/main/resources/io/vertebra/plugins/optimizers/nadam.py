def update_(self, parameters: List[Tensor], gradients: List[Tensor], exp_avgs: List[Tensor],
            exp_avg_sqs: List[Tensor],
            lr: float, beta1: float, beta2: float, eps: float, weight_decay: float,
            maximize: float, decoupled: float,
            gradient_rate: float, average_rate: float, correction: float) -> None:
    if maximize != 0.:
        torch._foreach_neg_(gradients)
    if weight_decay != 0.:
        if decoupled != 0.:
            torch._foreach_mul_(parameters, 1. - lr * weight_decay)
        else:
            torch._foreach_add_(gradients, parameters, alpha=weight_decay)
    torch._foreach_lerp_(exp_avgs, gradients, 1. - beta1)
    torch._foreach_mul_(exp_avg_sqs, beta2)
    torch._foreach_addcmul_(exp_avg_sqs, gradients, gradients, 1. - beta2)
    scales = torch._foreach_sqrt(exp_avg_sqs)
    torch._foreach_div_(scales, correction)
    torch._foreach_add_(scales, eps)
    torch._foreach_addcdiv_(parameters, gradients, scales, -gradient_rate)
    torch._foreach_addcdiv_(parameters, exp_avgs, scales, -average_rate)

def update_(self, parameters: List[Tensor], gradients: List[Tensor], exp_avgs: List[Tensor],
            exp_avg_sqs: List[Tensor], exp_avg_diffs: List[Tensor], neg_pre_grads: List[Tensor],
            lr: float, beta1: float, beta2: float, beta3: float, eps: float, weight_decay: float,
            no_prox: float, correction1: float, correction2: float, correction3: float,
            first: float) -> None:
    if first != 0.:
        torch._foreach_copy_(neg_pre_grads, gradients)
        torch._foreach_neg_(neg_pre_grads)
    differences = neg_pre_grads
    torch._foreach_add_(differences, gradients)
    torch._foreach_mul_(exp_avgs, beta1)
    torch._foreach_add_(exp_avgs, gradients, alpha=1. - beta1)
    torch._foreach_mul_(exp_avg_diffs, beta2)
    torch._foreach_add_(exp_avg_diffs, differences, alpha=1. - beta2)
    torch._foreach_mul_(differences, beta2)
    torch._foreach_add_(differences, gradients)
    torch._foreach_mul_(exp_avg_sqs, beta3)
    torch._foreach_addcmul_(exp_avg_sqs, differences, differences, 1. - beta3)
    scales = torch._foreach_sqrt(exp_avg_sqs)
    torch._foreach_div_(scales, correction3)
    torch._foreach_add_(scales, eps)
    if no_prox != 0.:
        torch._foreach_mul_(parameters, 1. - lr * weight_decay)
    torch._foreach_addcdiv_(parameters, exp_avgs, scales, -lr / correction1)
    torch._foreach_addcdiv_(parameters, exp_avg_diffs, scales, -lr * beta2 / correction2)
    if no_prox == 0.:
        torch._foreach_div_(parameters, 1. + lr * weight_decay)
    torch._foreach_copy_(neg_pre_grads, gradients)
    torch._foreach_neg_(neg_pre_grads)

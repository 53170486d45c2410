def step_(self, parameters: List[Tensor], gradients: List[Tensor], exp_avgs: List[Tensor],
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

def update_(self, parameters: List[Tensor], gradients: List[Tensor], exp_avgs: List[Tensor],
            exp_avg_sqs: List[Tensor], exp_avg_diffs: List[Tensor], neg_pre_grads: List[Tensor],
            lr: float, beta1: float, beta2: float, beta3: float, eps: float, weight_decay: float,
            no_prox: float, correction1: float, correction2: float, correction3: float,
            first: float) -> None:
    if ops.prim.is_cuda(parameters[0]):
        self.step_(parameters, gradients, exp_avgs, exp_avg_sqs, exp_avg_diffs, neg_pre_grads, lr,
                   beta1, beta2, beta3, eps, weight_decay, no_prox, correction1, correction2,
                   correction3, first)
    else:
        # One array after the other stays in the caches of a CPU. Each is put back where it was, as
        # changes of a list that nobody reads are dead code to the compiler.
        for i in range(torch.len(parameters)):
            parameter = [parameters[i]]
            gradient = [gradients[i]]
            exp_avg = [exp_avgs[i]]
            exp_avg_sq = [exp_avg_sqs[i]]
            exp_avg_diff = [exp_avg_diffs[i]]
            neg_pre_grad = [neg_pre_grads[i]]
            self.step_(parameter, gradient, exp_avg, exp_avg_sq, exp_avg_diff, neg_pre_grad, lr,
                       beta1, beta2, beta3, eps, weight_decay, no_prox, correction1, correction2,
                       correction3, first)
            parameters[i] = parameter[0]
            gradients[i] = gradient[0]
            exp_avgs[i] = exp_avg[0]
            exp_avg_sqs[i] = exp_avg_sq[0]
            exp_avg_diffs[i] = exp_avg_diff[0]
            neg_pre_grads[i] = neg_pre_grad[0]

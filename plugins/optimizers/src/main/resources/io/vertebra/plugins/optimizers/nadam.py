def step_(self, parameters: List[Tensor], gradients: List[Tensor], exp_avgs: List[Tensor],
          exp_avg_sqs: List[Tensor], lr: float, beta1: float, beta2: float, eps: float,
          weight_decay: float, maximize: float, decoupled: float, gradient_rate: float,
          average_rate: float, correction: float) -> None:
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

def update_(self, parameters: List[Tensor], gradients: List[Tensor], exp_avgs: List[Tensor],
            exp_avg_sqs: List[Tensor], lr: float, beta1: float, beta2: float, eps: float,
            weight_decay: float, maximize: float, decoupled: float, gradient_rate: float,
            average_rate: float, correction: float) -> None:
    if ops.prim.is_cuda(parameters[0]):
        self.step_(parameters, gradients, exp_avgs, exp_avg_sqs, lr, beta1, beta2, eps,
                   weight_decay, maximize, decoupled, gradient_rate, average_rate, correction)
    else:
        # One array after the other stays in the caches of a CPU. Each is put back where it was, as
        # changes of a list that nobody reads are dead code to the compiler.
        for i in range(torch.len(parameters)):
            parameter = [parameters[i]]
            gradient = [gradients[i]]
            exp_avg = [exp_avgs[i]]
            exp_avg_sq = [exp_avg_sqs[i]]
            self.step_(parameter, gradient, exp_avg, exp_avg_sq, lr, beta1, beta2, eps,
                       weight_decay, maximize, decoupled, gradient_rate, average_rate, correction)
            parameters[i] = parameter[0]
            gradients[i] = gradient[0]
            exp_avgs[i] = exp_avg[0]
            exp_avg_sqs[i] = exp_avg_sq[0]

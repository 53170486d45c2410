def trust(self, parameters: List[Tensor], updates: List[Tensor], trust_clip: float) -> Tensor:
    weights = torch.stack(torch._foreach_norm(parameters, 2))
    norms = torch.stack(torch._foreach_norm(updates, 2))
    some = torch.logical_and(torch.gt(weights, 0.), torch.gt(norms, 0.))
    ratios = torch.where(some, torch.div(weights, norms), torch.ones_like(norms))
    if trust_clip != 0.:
        ratios = torch.clamp(ratios, max=1.)
    return ratios

def step_(self, parameters: List[Tensor], gradients: List[Tensor], exp_avgs: List[Tensor],
          exp_avg_sqs: List[Tensor], lr: float, beta1: float, beta2: float, eps: float,
          weight_decay: float, grad_averaging: float, trust_clip: float, always_adapt: float,
          correction1: float, correction2: float) -> None:
    part = 1.
    if grad_averaging != 0.:
        part = 1. - beta1
    torch._foreach_mul_(exp_avgs, beta1)
    torch._foreach_add_(exp_avgs, gradients, alpha=part)
    torch._foreach_mul_(exp_avg_sqs, beta2)
    torch._foreach_addcmul_(exp_avg_sqs, gradients, gradients, 1. - beta2)
    scales = torch._foreach_sqrt(exp_avg_sqs)
    torch._foreach_div_(scales, correction2)
    torch._foreach_add_(scales, eps)
    updates = torch._foreach_div(exp_avgs, correction1)
    torch._foreach_div_(updates, scales)
    if weight_decay != 0.:
        torch._foreach_add_(updates, parameters, alpha=weight_decay)
    if weight_decay != 0. or always_adapt != 0.:
        ratios = self.trust(parameters, updates, trust_clip)
        torch._foreach_mul_(updates, torch.unbind(ratios))
    torch._foreach_add_(parameters, updates, alpha=-lr)

def update_(self, parameters: List[Tensor], gradients: List[Tensor], exp_avgs: List[Tensor],
            exp_avg_sqs: List[Tensor], lr: float, beta1: float, beta2: float, eps: float,
            weight_decay: float, grad_averaging: float, trust_clip: float, always_adapt: float,
            correction1: float, correction2: float) -> None:
    if ops.prim.is_cuda(parameters[0]):
        self.step_(parameters, gradients, exp_avgs, exp_avg_sqs, lr, beta1, beta2, eps,
                   weight_decay, grad_averaging, trust_clip, always_adapt, correction1,
                   correction2)
    else:
        # One array after the other stays in the caches of a CPU. Each is put back where it was, as
        # changes of a list that nobody reads are dead code to the compiler.
        for i in range(torch.len(parameters)):
            parameter = [parameters[i]]
            gradient = [gradients[i]]
            exp_avg = [exp_avgs[i]]
            exp_avg_sq = [exp_avg_sqs[i]]
            self.step_(parameter, gradient, exp_avg, exp_avg_sq, lr, beta1, beta2, eps,
                       weight_decay, grad_averaging, trust_clip, always_adapt, correction1,
                       correction2)
            parameters[i] = parameter[0]
            gradients[i] = gradient[0]
            exp_avgs[i] = exp_avg[0]
            exp_avg_sqs[i] = exp_avg_sq[0]

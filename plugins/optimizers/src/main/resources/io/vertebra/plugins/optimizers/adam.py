def update_(self, parameters: List[Tensor], gradients: List[Tensor], exp_avgs: List[Tensor],
            exp_avg_sqs: List[Tensor], max_exp_avg_sqs: List[Tensor],
            lr: float, beta1: float, beta2: float, eps: float, weight_decay: float,
            maximize: float, amsgrad: float, decoupled: float, step: float) -> None:
    count = torch.full([], step, dtype=6, device=ops.prim.device(parameters[0]))
    steps: List[Tensor] = []
    for i in range(torch.len(parameters)):
        steps.append(count)
    largest: List[Tensor] = []
    if amsgrad != 0.:
        largest = max_exp_avg_sqs
    if decoupled != 0.:
        torch._fused_adamw_(parameters, gradients, exp_avgs, exp_avg_sqs, largest, steps,
                            lr=lr, beta1=beta1, beta2=beta2, weight_decay=weight_decay, eps=eps,
                            amsgrad=amsgrad != 0., maximize=maximize != 0.)
    else:
        torch._fused_adam_(parameters, gradients, exp_avgs, exp_avg_sqs, largest, steps,
                           lr=lr, beta1=beta1, beta2=beta2, weight_decay=weight_decay, eps=eps,
                           amsgrad=amsgrad != 0., maximize=maximize != 0.)

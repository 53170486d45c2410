def update_(self, parameters: List[Tensor], gradients: List[Tensor], buffers: List[Tensor],
            lr: float, momentum: float, dampening: float, weight_decay: float,
            nesterov: float, maximize: float, first: float) -> None:
    kept: List[Tensor] = []
    if momentum != 0.:
        kept = buffers
    torch._fused_sgd_(parameters, gradients, kept, weight_decay=weight_decay,
                      momentum=momentum, lr=lr, dampening=dampening, nesterov=nesterov != 0.,
                      maximize=maximize != 0., is_first_step=first != 0.)

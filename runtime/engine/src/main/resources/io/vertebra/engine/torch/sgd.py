def update_(self, parameters: List[Tensor], gradients: List[Tensor], buffers: List[Tensor],
            lr: float, momentum: float, dampening: float, weight_decay: float,
            nesterov: bool, maximize: bool, first: bool) -> None:
    torch._fused_sgd_(parameters, gradients, buffers, weight_decay=weight_decay,
                      momentum=momentum, lr=lr, dampening=dampening, nesterov=nesterov,
                      maximize=maximize, is_first_step=first)

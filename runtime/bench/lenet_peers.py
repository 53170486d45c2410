"""The Python side of lenet.py: python lenet_peers.py mmpretrain|torch DATA ITERATIONS prints one line of JSON."""

import json
import statistics
import sys
import tempfile
import time
import warnings

BEGUN = time.time()
BATCH = 128


def finish(ends):
    times = [after - before for before, after in zip(ends[1:], ends[2:])]
    print(json.dumps({"first": ends[0] - BEGUN, "rate": BATCH / statistics.median(times)}))


def run_mmpretrain(data, iterations):
    warnings.filterwarnings("ignore")
    from mmengine.config import Config
    from mmengine.hooks import Hook
    from mmengine.registry import HOOKS
    from mmengine.runner import Runner
    from mmpretrain.utils import register_all_modules

    register_all_modules()
    ends = []

    @HOOKS.register_module()
    class EndOfIteration(Hook):
        def after_train_iter(self, runner, batch_idx, data_batch=None, outputs=None):
            ends.append(time.time())

    pipeline = [dict(type="Resize", scale=32), dict(type="PackInputs")]
    dataset = dict(type="FashionMNIST", data_root=data, split="train", download=False, pipeline=pipeline)
    loader = dict(
        batch_size=BATCH,
        num_workers=2,
        persistent_workers=True,
        dataset=dataset,
        sampler=dict(type="DefaultSampler", shuffle=True),
    )
    head = dict(type="ClsHead", loss=dict(type="CrossEntropyLoss"))
    with tempfile.TemporaryDirectory() as work:
        config = Config(
            dict(
                model=dict(type="ImageClassifier", backbone=dict(type="LeNet5", num_classes=10), head=head),
                data_preprocessor=dict(mean=[33.46], std=[78.87], num_classes=10),
                train_dataloader=loader,
                train_cfg=dict(by_epoch=False, max_iters=iterations, val_interval=10**9),
                optim_wrapper=dict(optimizer=dict(type="SGD", lr=0.01, momentum=0.9, weight_decay=1e-4)),
                default_scope="mmpretrain",
                default_hooks=dict(checkpoint=None),
                custom_hooks=[dict(type="EndOfIteration")],
                work_dir=work,
                log_level="WARNING",
            )
        )
        Runner.from_cfg(config).train()
    finish(ends)


def run_torch(data, iterations):
    import torch
    from torch import nn

    network = nn.Sequential(
        nn.Conv2d(1, 6, 5), nn.Tanh(), nn.AvgPool2d(2), nn.Conv2d(6, 16, 5), nn.Tanh(), nn.AvgPool2d(2),
        nn.Conv2d(16, 120, 5), nn.Tanh(), nn.Flatten(), nn.Linear(120, 84), nn.Tanh(), nn.Linear(84, 10),
    )
    optimizer = torch.optim.SGD(network.parameters(), lr=0.01, momentum=0.9, weight_decay=1e-4)
    images, labels = torch.randn(BATCH, 1, 32, 32), torch.randint(0, 10, (BATCH,))
    ends = []
    for _ in range(iterations):
        optimizer.zero_grad()
        loss = nn.functional.cross_entropy(network(images), labels)
        loss.backward()
        optimizer.step()
        loss.item()
        ends.append(time.time())
    finish(ends)


if __name__ == "__main__":
    {"mmpretrain": run_mmpretrain, "torch": run_torch}[sys.argv[1]](sys.argv[2], int(sys.argv[3]))

"""Writes the MATLAB files beside it, in the forms that the data sets were published in.

Made with SciPy 1.17: python write_mat_files.py
"""

import numpy as np
from scipy.io import savemat


def struct(**fields):
    """A 1 x N structure array, N the length of each list of values."""
    count = len(next(iter(fields.values())))
    array = np.zeros((1, count), dtype=[(name, object) for name in fields])
    for name, values in fields.items():
        for i, value in enumerate(values):
            array[0, i][name] = value
    return array


def byte(value):
    return np.array([[value]], dtype=np.uint8)


# Flowers102: row vectors of uint16 and of double.
savemat(
    "setid.mat",
    {
        "trnid": np.array([[3, 1]], dtype=np.uint16),
        "valid": np.array([[2]], dtype=np.uint16),
        "tstid": np.array([[5, 4]], dtype=np.uint16),
    },
    do_compression=True,
)
savemat("imagelabels.mat", {"labels": np.array([[77.0, 1.0, 102.0, 5.0, 5.0]])}, do_compression=True)

# Stanford Cars, in one file and in one for each part.
savemat(
    "cars_annos.mat",
    {
        "annotations": struct(
            relative_im_path=["car_ims/000001.jpg", "car_ims/000002.jpg", "car_ims/000003.jpg"],
            bbox_x1=[byte(1)] * 3,
            **{"class": [byte(1), byte(196), byte(14)]},
            test=[byte(0), byte(1), byte(0)],
        )
    },
    do_compression=True,
)
savemat(
    "cars_train_annos.mat",
    {
        "annotations": struct(
            bbox_x1=[byte(39), byte(36)],
            **{"class": [byte(14), byte(3)]},
            fname=["00001.jpg", "00002.jpg"],
        )
    },
    do_compression=True,
)
savemat("cars_test_annos_withlabels.mat", {"annotations": struct(**{"class": [byte(197)]}, fname=["1.jpg"])})

# Files of other forms.
savemat("other.mat", {"labels": "text", "trnid": np.array([[1.5]]), "annotations": struct(fname=[byte(1)])})

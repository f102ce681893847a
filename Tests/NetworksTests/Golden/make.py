"""Makes python.safetensors with the package safetensors: python3 make.py

Made with safetensors 0.8.0 and NumPy 2.4.6. network.safetensors is a file that Overfit itself
has saved, and that later versions must be able to read.
"""

from pathlib import Path

import numpy as np
from safetensors.numpy import save_file

save_file(
    {
        "1.kernel": np.arange(6, dtype="<f4").reshape(2, 3) / 7,
        "1.bias": np.array([0.1, -0.0, 1e-40], dtype="<f4"),
        "2.kernel": np.arange(3, dtype="<f8").reshape(3, 1) / 3,
    },
    Path(__file__).parent / "python.safetensors", metadata={"made by": "sävetensors"})

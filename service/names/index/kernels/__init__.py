"""What runs over each letter? Functions compiled by numba; with the JIT off they are plain Python and give the same."""

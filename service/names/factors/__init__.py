"""Why do two names agree or not? One small function a reason; its docstring is the sentence analysts read."""

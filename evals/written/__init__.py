"""Written sentences judged: `alterations` of true ones, what the checks catch (`altered`), `injection`, `scripted_model`."""

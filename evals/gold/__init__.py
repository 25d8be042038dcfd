"""What should be found: `questions` and their facts, `spans` where texts say them; `match`, `places`, and the `seeds`."""

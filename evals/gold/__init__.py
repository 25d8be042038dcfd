"""What should be found: `questions` and their facts, `twins`, `spans` where texts say them; `match`, `overlap`, `reported`."""

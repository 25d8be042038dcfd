"""Placeholder until the harness lands."""
import typer
eval_app = typer.Typer()

"""How sure a number is: `intervals` by family and paired differences."""

#!/bin/sh
# How to repair what Penstock 1.2.3 found at 1970-01-01 00:00:00 +00:00 in account 123456789012.
# Nothing was executed: every command below is commented out. Read each, take the "# " before it
# away where you agree; "aws sts get-caller-identity" tells whose credentials the shell has.
# Not covered: m.control.two could not run: iam:ListUsers was denied in account 123456789012

# ==== m.control.one: Control one with a rather long title, longer than a narrow terminal

# Alarm: arn:alarm
# Reason: böb, "quoted"\nand broken \u001b[31m
# No commands are known for it; how to repair it says: penstock control show m.control.one

mod "aws_compliance" {
  title       = "AWS Compliance"
  description = "Compliance controls for AWS accounts: the identity items of the CIS Amazon Web Services Foundations Benchmark and the questions behind them."
  color       = "#FF9900"
  categories  = ["aws", "cis", "compliance", "iam", "security"]
  tags = {
    service = "AWS"
  }
}

locals {
  aws_compliance_common_tags = {
    category = "Compliance"
    plugin   = "aws"
    service  = "AWS"
  }
}

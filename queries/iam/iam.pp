locals {
  iam_common_tags = merge(local.aws_compliance_common_tags, {
    service = "AWS/IAM"
  })
}

query "iam_user_one_active_key" {
  title       = "Active access keys of each IAM user"
  description = "One row per IAM user, in alarm when more than one of the user's access keys is active."
  sql         = file("./iam/iam_user_one_active_key.sql")
}

control "iam_user_one_active_key" {
  title         = "IAM users should have at most one active access key"
  description   = "A second active access key doubles what can leak and hides which of the two is in use. It is needed only for the hours of a rotation."
  severity      = "medium"
  query         = query.iam_user_one_active_key
  documentation = file("./iam/iam_user_one_active_key.md")
  tags          = local.iam_common_tags
}

locals {
  cis_v200_common_tags = merge(local.aws_compliance_common_tags, {
    cis         = "true"
    cis_version = "v2.0.0"
  })

  cis_v200_1_common_tags = merge(local.cis_v200_common_tags, {
    cis_section_id = "1"
    service        = "AWS/IAM"
  })
}

benchmark "cis_v200" {
  title       = "CIS AWS Foundations v2.0.0"
  description = "The items of the CIS Amazon Web Services Foundations Benchmark, version 2.0.0, that are answered here."
  children = [
    benchmark.cis_v200_1
  ]
  tags = local.cis_v200_common_tags
}

benchmark "cis_v200_1" {
  title       = "1 Identity and Access Management"
  description = "Who can sign in to the account, and with what."
  children = [
    control.cis_v200_1_13
  ]
  tags = local.cis_v200_1_common_tags
}

control "cis_v200_1_13" {
  title         = "1.13 Ensure there is only one active access key available for any single IAM user"
  description   = "Access keys are long-term credentials of an IAM user or of the root user. With one active key per user there is less to leak, and it is clear which key a program uses."
  severity      = "medium"
  query         = query.iam_user_one_active_key
  documentation = file("./iam/iam_user_one_active_key.md")

  tags = merge(local.cis_v200_1_common_tags, {
    cis_item_id = "1.13"
    cis_level   = "1"
    cis_type    = "automated"
  })
}

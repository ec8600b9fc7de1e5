locals {
  ec2_common_tags = merge(local.aws_compliance_common_tags, {
    service = "AWS/EC2"
  })
}

query "ec2_instance_using_iam_instance_role" {
  title       = "Instance profile of each instance"
  description = "One row per instance, in alarm without an instance profile."
  sql         = file("./ec2/ec2_instance_using_iam_instance_role.sql")
}

control "ec2_instance_using_iam_instance_role" {
  title         = "Instances get their permissions through a role"
  description   = "Credentials of a role change by themselves; access keys on an instance stay until they leak."
  severity      = "medium"
  query         = query.ec2_instance_using_iam_instance_role
  documentation = file("./ec2/ec2_instance_using_iam_instance_role.md")
  tags          = local.ec2_common_tags
}

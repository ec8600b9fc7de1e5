-- For each server certificate that has expired: the command that deletes it.
select
  arn as resource,
  'Delete ' || name || ', after seeing that nothing serves it.' as step,
  jsonb_build_array('aws', 'iam', 'delete-server-certificate', '--server-certificate-name=' || name) as command,
  account_id
from
  aws_iam_server_certificate
where
  expiration < now()
order by
  account_id,
  arn;

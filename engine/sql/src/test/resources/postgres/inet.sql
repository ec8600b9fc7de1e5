select instance_id from aws_ec2_instance where public_ip_address is null order by 1, arn;
select instance_id from aws_ec2_instance where private_ip_address = '10.0.0.1' order by 1, arn;
select '0.0.0.0/0' = '0.0.0.0/0'::cidr, '::/0'::cidr = '::/0', inet '0.0.0.0/0' in ('0.0.0.0/0', '::/0'), inet '10.0.0.1' = any (array['10.0.0.1', '::1']::inet[]);

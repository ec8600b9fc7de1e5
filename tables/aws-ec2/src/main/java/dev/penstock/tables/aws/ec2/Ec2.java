package dev.penstock.tables.aws.ec2;

import dev.penstock.tables.aws.AwsConnection;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** The clients of EC2. */
final class Ec2 {
    private Ec2() {}

    static Ec2Client in(AwsConnection aws, String region) {
        return aws.inRegion(region, Ec2Client.class, Ec2Client::builder);
    }
}

package dev.penstock.tables.aws.ec2;

import dev.penstock.spi.table.Table;
import dev.penstock.tables.aws.AwsConnection;
import dev.penstock.tables.aws.AwsTableGroup;
import java.util.Map;
import java.util.function.Supplier;

/** The list of the tables of EC2; a new table is one more line. */
public final class Ec2Tables implements AwsTableGroup {

    /** Made by {@link java.util.ServiceLoader}. */
    public Ec2Tables() {}

    @Override
    public Map<String, Supplier<Table<AwsConnection>>> tables() {
        return Map.of(
                "aws_ec2_instance", () -> AwsEc2InstanceTable.TABLE,
                "aws_region", () -> AwsRegionTable.TABLE);
    }
}

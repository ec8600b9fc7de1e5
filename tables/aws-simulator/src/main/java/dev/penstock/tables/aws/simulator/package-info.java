/**
 * An HTTP endpoint inside this process that speaks the AWS query protocol of IAM and STS over an estate built in code:
 * the back end of the demo, of the tests and of the measurements. Uses the JDK only and knows no other module; others
 * start it in code through {@code AwsSimulator}, or with no compile dependency as the
 * {@code java.util.spi.ToolProvider} named {@code aws-simulator}.
 */
@NullMarked
package dev.penstock.tables.aws.simulator;

import org.jspecify.annotations.NullMarked;

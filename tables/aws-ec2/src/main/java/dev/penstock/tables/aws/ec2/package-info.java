/** Tables of EC2, apart from the others because its client is larger than all of theirs together. */
@NullMarked
package dev.penstock.tables.aws.ec2;

import org.jspecify.annotations.NullMarked;

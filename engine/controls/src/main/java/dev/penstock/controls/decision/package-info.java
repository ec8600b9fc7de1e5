/**
 * What people decided about results: the file of exemptions and attestations, checked, and which results each entry is
 * about. Uses the model, hcl and the review that runs offer.
 */
@NullMarked
package dev.penstock.controls.decision;

import org.jspecify.annotations.NullMarked;

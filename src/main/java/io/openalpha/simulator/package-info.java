/**
 * A made-up but plausible market behind one HTTP server that speaks two services' wire formats, with faults to order.
 *
 * <p>It knows no other package: what it says can be trusted to test those that read it.
 */
@NullMarked
package io.openalpha.simulator;

import org.jspecify.annotations.NullMarked;

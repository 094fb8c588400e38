<?php
// For bench/fleet.php: when the accounts call, more by day than by night, and some much more than others.

const CALLS_A_DAY = 100; // of an account, on average
const BY_HOUR = [1, 1, 1, 1, 1, 1, 2, 4, 8, 12, 12, 12, 10, 12, 12, 12, 8, 4, 2, 2, 1, 1, 1, 1];

/** A number of [0, 1): the same for a seed on every machine. */
function chance(): float
{
    return mt_rand() / (mt_getrandmax() + 1);
}

/** When so many days' calls have been made since then: more by day than by night. */
function after(float $from, float $days): float
{
    for ($left = $days * array_sum(BY_HOUR); ; $from = $end, $left -= $room) {
        $hour = intdiv((int) $from, 3600);
        $weight = BY_HOUR[$hour % 24];
        $end = ($hour + 1) * 3600.0;
        $room = ($end - $from) / 3600 * $weight;
        if ($left < $room) {
            return $from + $left / $weight * 3600;
        }
    }
}

/** By a Pareto law with the exponent 1.5: most accounts call seldom, a few all the time. 5 calls a second is Keap's limit for a key. */
function calls_a_day(): float
{
    return min(5.0 * DAY_S, CALLS_A_DAY / 3 * (1 - chance()) ** (-1 / 1.5));
}

function next_call(float $from, float $callsADay): float
{
    return after($from, -log(1 - chance()) / $callsADay);
}

<?php

namespace App\Keap;

use Infusionsoft\ApiException;
use Infusionsoft\AuthorizationException;
use Infusionsoft\ConfigurationException;
use Infusionsoft\RateLimitException;
use Infusionsoft\StoreException;
use Infusionsoft\TransportException;
use Throwable;

/** What a failure means to somebody who runs the site, and does not know the extension. The message has the particulars. */
final class Plain
{
    public static function words(Throwable $e): string
    {
        return match (true) {
            $e instanceof AuthorizationException => 'Keap gives no access: the connection is missing, too old, or was ended at Keap.',
            $e instanceof RateLimitException => 'The calls that Keap allows are used up for now.',
            $e instanceof ConfigurationException, $e instanceof StoreException => 'Something is wrong on this server: see the details.',
            $e instanceof TransportException, $e instanceof ApiException && $e->status >= 500 => 'Keap cannot be reached, or has a problem of its own. Usually this is over in some minutes.',
            default => $e->getMessage(),
        };
    }
}

<?php
// PHP's own share.
return static function (): void {
};

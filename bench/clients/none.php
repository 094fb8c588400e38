<?php
// No call: the cost of PHP itself.
return static function (): void {
};

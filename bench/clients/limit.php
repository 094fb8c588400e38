<?php
return static function (): void {
    limit_pair(getenv('BENCH_BASE'), getenv('BENCH_CA'), getenv('BENCH_TOKEN')) ?: throw new RuntimeException('A call failed');
};

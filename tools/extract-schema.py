#!/usr/bin/env python3
"""Extracts what the stand-in for Keap checks from the vendor's openapi-v2.yml: facts only, no prose.

Usage: tools/extract-schema.py openapi-v2.yml > tests/keap/schema.json
"""
import json
import sys

import yaml

# The operations the stand-in serves.
SERVED = [
    'listContacts', 'createContact', 'getContact', 'updateContact', 'deleteContact', 'retrieveContactModel',
    'listTagsForContact', 'listTags', 'createTag', 'getTag', 'updateTag', 'deleteTag', 'listContactsWithTagId',
    'applyTags', 'removeTags', 'achieveGoal',
]
FACTS = ['type', 'enum', 'maxLength', 'minLength', 'minimum', 'maximum', 'required', 'uniqueItems', 'format']


def name(ref):
    return ref.rsplit('/', 1)[-1]


def facts(schema, met):
    if '$ref' in schema:
        met.append(name(schema['$ref']))
        return {'$ref': name(schema['$ref'])}
    kept = {key: schema[key] for key in FACTS if key in schema}
    if 'items' in schema:
        kept['items'] = facts(schema['items'], met)
    if 'properties' in schema:
        kept['properties'] = {key: facts(value, met) for key, value in schema['properties'].items()}
    if isinstance(schema.get('additionalProperties'), dict):
        kept['additionalProperties'] = facts(schema['additionalProperties'], met)
    return kept


def content(part, met):
    kinds = part.get('content', {})
    return facts(kinds['application/json']['schema'], met) if 'application/json' in kinds else None


def operation(method, path, spec, met):
    query = {}
    for parameter in spec.get('parameters', []):
        if parameter['in'] == 'query':
            query[parameter['name']] = facts(parameter['schema'], met)
            if parameter.get('explode') is False:
                query[parameter['name']]['explode'] = False
    return {
        'id': spec['operationId'],
        'method': method.upper(),
        'path': path,
        'query': query,
        'body': content(spec['requestBody'], met) if 'requestBody' in spec else None,
        'replies': {code: content(reply, met) for code, reply in spec['responses'].items() if code.startswith('2')},
    }


def main(source):
    with open(source, encoding='utf-8') as file:
        document = yaml.load(file, Loader=getattr(yaml, 'CSafeLoader', yaml.SafeLoader))
    met, operations = [], []
    for path, methods in document['paths'].items():
        for method, spec in methods.items():
            if isinstance(spec, dict) and spec.get('operationId') in SERVED:
                operations.append(operation(method, path, spec, met))
    missing = set(SERVED) - {entry['id'] for entry in operations}
    if missing:
        sys.exit(f'not in {source}: {sorted(missing)}')
    schemas = {}
    while met:
        key = met.pop()
        if key not in schemas:
            schemas[key] = facts(document['components']['schemas'][key], met)
    operations.sort(key=lambda entry: SERVED.index(entry['id']))
    json.dump({'operations': operations, 'schemas': dict(sorted(schemas.items()))}, sys.stdout, indent=1)
    print()


if __name__ == '__main__':
    main(sys.argv[1])

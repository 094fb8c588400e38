#!/usr/bin/env python3
"""Extracts the operations and schemas that the stand-in for Keap checks from the vendor's openapi-v2.yml.

Keeps names, types and limits; leaves out descriptions and examples.

Usage: tools/extract-schema.py openapi-v2.yml > tests/keap/schema.json
"""
import json
import sys

import yaml

# The operations that the stand-in serves.
SERVED = [
    'listContacts', 'createContact', 'getContact', 'updateContact', 'deleteContact', 'retrieveContactModel',
    'listTagsForContact', 'listTags', 'createTag', 'getTag', 'updateTag', 'deleteTag', 'listContactsWithTagId',
    'applyTags', 'removeTags', 'achieveGoal',
]
FACTS = ['type', 'enum', 'maxLength', 'minLength', 'minimum', 'maximum', 'required', 'uniqueItems', 'format']


def name(ref):
    return ref.rsplit('/', 1)[-1]


def facts(schema, referenced):
    """The facts of a schema. Appends the names of the schemas that it refers to."""
    if '$ref' in schema:
        referenced.append(name(schema['$ref']))
        return {'$ref': name(schema['$ref'])}
    kept = {key: schema[key] for key in FACTS if key in schema}
    if 'items' in schema:
        kept['items'] = facts(schema['items'], referenced)
    if 'properties' in schema:
        kept['properties'] = {key: facts(value, referenced) for key, value in schema['properties'].items()}
    if isinstance(schema.get('additionalProperties'), dict):
        kept['additionalProperties'] = facts(schema['additionalProperties'], referenced)
    return kept


def content(part, referenced):
    kinds = part.get('content', {})
    return facts(kinds['application/json']['schema'], referenced) if 'application/json' in kinds else None


def operation(method, path, spec, referenced):
    query = {}
    for parameter in spec.get('parameters', []):
        if parameter['in'] == 'query':
            query[parameter['name']] = facts(parameter['schema'], referenced)
            if parameter.get('explode') is False:
                query[parameter['name']]['explode'] = False
    return {
        'id': spec['operationId'],
        'method': method.upper(),
        'path': path,
        'query': query,
        'body': content(spec['requestBody'], referenced) if 'requestBody' in spec else None,
        'replies': {code: content(reply, referenced) for code, reply in spec['responses'].items() if code.startswith('2')},
    }


def main(source):
    with open(source, encoding='utf-8') as file:
        document = yaml.load(file, Loader=getattr(yaml, 'CSafeLoader', yaml.SafeLoader))
    referenced, operations = [], []
    for path, methods in document['paths'].items():
        for method, spec in methods.items():
            if isinstance(spec, dict) and spec.get('operationId') in SERVED:
                operations.append(operation(method, path, spec, referenced))
    missing = set(SERVED) - {entry['id'] for entry in operations}
    if missing:
        sys.exit(f'not in {source}: {sorted(missing)}')
    schemas = {}
    while referenced:
        key = referenced.pop()
        if key not in schemas:
            schemas[key] = facts(document['components']['schemas'][key], referenced)
    operations.sort(key=lambda entry: SERVED.index(entry['id']))
    json.dump({'operations': operations, 'schemas': dict(sorted(schemas.items()))}, sys.stdout, indent=1)
    print()


if __name__ == '__main__':
    main(sys.argv[1])

// SPDX-License-Identifier: GPL-2.0-or-later
let x = PackageResources.plan_schema_json.count

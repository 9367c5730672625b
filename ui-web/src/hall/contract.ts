/** The words of the contract between wall and monitor, generated from the monitor's own hall-openapi.yaml. */
import type { components } from "@generated/hallContract";

type Schemas = components["schemas"];

export type Wall = Schemas["Wall"];
export type WallChanges = Schemas["WallChanges"];
export type Terminal = Schemas["Terminal"];
export type Condition = Schemas["Condition"];
export type Finding = Schemas["Finding"];
export type Device = Schemas["Device"];
export type Alarm = Schemas["Alarm"];
export type Severity = Schemas["Severity"];
export type FindingCode = Schemas["Code"];
export type Order = Schemas["Order"];
export type Role = Schemas["Role"];
export type Figures = Schemas["Figures"];
export type BadRating = Schemas["BadRating"];
export type Deed = Schemas["Deed"];
export type WorkOrder = Schemas["WorkOrder"];
export type PulledLog = Schemas["PulledLog"];
export type Availability = Schemas["Availability"];
export type Paper = Schemas["Paper"];

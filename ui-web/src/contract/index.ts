/** The words of the contract between screen and service, generated from the service's own openapi.yaml. */
import type { components } from "@generated/contract";
import type { components as hall } from "@generated/hallContract";

type Schemas = components["schemas"];
type HallSchemas = hall["schemas"];

export type View = Schemas["View"];
export type Step = Schemas["Step"];
export type StepKind = Step["kind"];
export type StepOf<K extends StepKind> = Extract<Step, { kind: K }>;
export type Notice = Schemas["Notice"];
export type Choice = Schemas["Choice"];
export type Row = Schemas["Row"];
export type RatingLevel = Schemas["RatingLevel"];
export type Group = Schemas["Group"];
export type Problem = Schemas["Problem"];
export type Device = Schemas["Device"];
export type Help = Schemas["Help"];
export type ScreenNotice = Schemas["ScreenNotice"];
export type ScreenVolume = Schemas["ScreenVolume"];
export type Catalog = Schemas["Catalog"];
export type CatalogItem = Schemas["CatalogItem"];
export type Ending = CatalogItem["ending"];
export type Language = Schemas["Language"];
export type Place = Schemas["Place"];
export type PageSeen = Schemas["PageSeen"];
export type CodeSeen = Schemas["CodeSeen"];
export type CameraFault = Schemas["CameraFault"];
export type StaffFiling = Schemas["StaffFiling"];
export type StaffFilings = Schemas["StaffFilings"];
export type StaffDay = Schemas["StaffDay"];
export type StaffDifference = Schemas["StaffDifference"];
export type StaffCards = Schemas["StaffCards"];
export type StaffFigures = Schemas["StaffFigures"];
export type StaffDoors = Schemas["StaffDoors"];
export type Readiness = Schemas["Readiness"];
export type StaffTasks = Schemas["StaffTasks"];
/** The terminal says of itself what it says to its hall, in the words of the hall's own contract. */
export type StaffState = Pick<HallSchemas["Terminal"], "condition" | "findings"> & { state: HallSchemas["State"] };
export type WindowCase = Schemas["WindowCase"];
export type StaffAudit = Schemas["StaffAudit"];
export type Setup = Schemas["Setup"];
export type TechDevices = Schemas["TechDevices"];
export type TechDevice = Schemas["TechDevice"];
export type DeviceTried = Schemas["DeviceTried"];
export type SetupStep = Schemas["SetupStep"];
export type SetupField = Schemas["SetupField"];
export type SetupCheck = Schemas["SetupCheck"];
/** What a citizen answers; its shape belongs to the step and is checked by the service. */
export type AnswerBody = Record<string, unknown>;
